import { useState } from 'react'
import { setUpText } from '../../text/set-up.ts'
import { SetUpForm } from './set-up-form.tsx'

/** The first page of a new installation; afterwards it leads to the door. */
export function SetUpScreen() {
  const [username, setUsername] = useState('')
  return (
    <div className="door">
      <main>{username ? <Done username={username} /> : <SetUpForm onDone={setUsername} />}</main>
    </div>
  )
}

function Done({ username }: { username: string }) {
  return (
    <>
      <h1>{setUpText.doneTitle}</h1>
      <p>{setUpText.done(username)}</p>
      <p>
        <a href="/admin">{setUpText.goOn}</a>
      </p>
    </>
  )
}
