import { useWords } from './words.ts'

/** Above this many letters the words are set smaller, so that they fit. */
const SHORT = 90

/** Covers everything while an emergency stands: what people have to do, and no numbers. */
export function EmergencyPage({ text }: { text: string }) {
  const { say } = useWords()
  return (
    <main className="k-emergency">
      <h1>{say('emergencyTitle')}</h1>
      <p className={text.length > SHORT ? 'what long' : 'what'} role="alert" lang="vi">
        {text}
      </p>
      <p>{say('emergencyNote')}</p>
    </main>
  )
}
