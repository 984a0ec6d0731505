import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../../parts/loaded.tsx'
import { adminVoiceText as text } from '../../text/admin-voice.ts'
import { fetchVoicePack, type VoicePack } from '../../voice/recordings.ts'
import { HallHead } from './hall-head.tsx'

/** What the board says, clip by clip, whose voice it is, and how an office puts its own in its place. */
export function VoicePage() {
  const query = useQuery({ queryKey: ['voice'], queryFn: fetchVoicePack })
  return (
    <div className="voice-page">
      <HallHead title={text.title} />
      <p className="quiet">{text.lead}</p>
      <section className="card">
        <h2>{text.how}</h2>
        <ol className="lines">
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="quiet">{text.fallback}</p>
      </section>
      <Loaded query={query} rows={8}>
        {(pack) => <Recordings pack={pack} />}
      </Loaded>
    </div>
  )
}

function Recordings({ pack: { speaker, manifestUnreadable, clips } }: { pack: VoicePack }) {
  const own = clips.filter(({ source }) => source === 'office').length
  return (
    <>
      {manifestUnreadable && (
        <p className="notice" role="status">
          {text.unreadable}
        </p>
      )}
      <section className="list">
        <h2>
          {text.speaker(speaker)} · {text.counted(own, clips.length)}
        </h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.text}</th>
              <th scope="col">{text.seconds}</th>
              <th scope="col">{text.source}</th>
              <th scope="col">{text.listen}</th>
            </tr>
          </thead>
          <tbody>
            {clips.map(({ id, text: said, seconds, source, urls }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{said}</td>
                <td>{text.length(seconds)}</td>
                <td>{text[source]}</td>
                <td>
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={text.play(said)}
                    onClick={() => void playFirst(urls)}
                  >
                    {text.listen}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** Plays what the board would play: the office's recording, or the shipped one where that is broken. */
async function playFirst(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const isPlaying = await new Audio(url).play().then(
      () => true,
      () => false
    )
    if (isPlaying) return
  }
}
