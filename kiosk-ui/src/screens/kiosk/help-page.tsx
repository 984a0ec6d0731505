import { kioskText } from '../../text/kiosk.ts'

/** How it goes, in four sentences, and whom to ask. */
export function HelpPage() {
  return (
    <main className="k-help">
      <ol>
        {kioskText.helpSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{kioskText.helpDesk}</p>
    </main>
  )
}
