import { useWords } from './words.ts'

const STEPS = ['helpStep1', 'helpStep2', 'helpStep3', 'helpStep4'] as const

/** How it goes, in four sentences, and whom to ask. */
export function HelpPage() {
  const { say } = useWords()
  return (
    <main className="k-help">
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      <p>{say('helpDesk')}</p>
    </main>
  )
}
