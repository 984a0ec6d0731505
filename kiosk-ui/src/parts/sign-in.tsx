import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSignIn } from '../api/session.ts'
import { commonText } from '../text/common.ts'
import { signInText } from '../text/sign-in.ts'
import { fieldId } from './draft-form.ts'
import { WorkForm } from './work-form.tsx'

const FORM = 'sign-in'

/** The door of every staff screen. `locked` when someone's work waits behind it. */
export function SignIn({ locked }: { locked: boolean }) {
  const title = locked ? signInText.lockedTitle : signInText.title
  useEffect(() => {
    document.title = `${title} – ${commonText.program}`
  }, [title])
  return (
    <div className="door">
      <main>
        <SignInForm title={title} lead={locked ? signInText.locked : signInText.lead} />
        <p className="hint">{signInText.forgotten}</p>
        <p className="hint">
          {signInText.publicListHint} <a href="/thu-tuc">{signInText.publicList}</a>.
        </p>
      </main>
    </div>
  )
}

function SignInForm({ title, lead }: { title: string; lead: string }) {
  const signIn = useSignIn()
  const capsLock = useCapsLock()
  const [shown, setShown] = useState(false)
  const username = useRef<HTMLInputElement>(null)
  useEffect(() => username.current?.focus(), [])
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    clearInputErrorOnChange: false,
    validate: {
      username: (value) => (value.trim() ? null : signInText.usernameMissing),
      password: (value) => (value ? null : signInText.passwordMissing)
    }
  })
  const submit = ({ username, password }: { username: string; password: string }) => {
    if (!signIn.isPending) signIn.mutate({ username: username.trim(), password })
  }
  return (
    <WorkForm id={FORM} form={form} refusal={signIn.error} onSubmit={submit}>
      <h1>{title}</h1>
      <p className="quiet">{lead}</p>
      <TextInput
        {...form.getInputProps('username')}
        key={form.key('username')}
        ref={username}
        id={fieldId(FORM, 'username')}
        label={signInText.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        {...form.getInputProps('password')}
        key={form.key('password')}
        id={fieldId(FORM, 'password')}
        type={shown ? 'text' : 'password'}
        label={signInText.password}
        description={signInText.inputTool}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        onKeyUp={capsLock.notice}
        onKeyDown={capsLock.notice}
      />
      <Checkbox
        label={signInText.showPassword}
        checked={shown}
        onChange={({ currentTarget }) => setShown(currentTarget.checked)}
      />
      <p className="hint caps" role="status">
        {capsLock.on ? signInText.capsLock : ''}
      </p>
      <Button type="submit" className="whole">
        {signIn.isPending ? signInText.submitting : signInText.submit}
      </Button>
    </WorkForm>
  )
}

function useCapsLock() {
  const [on, setOn] = useState(false)
  const notice = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'))
  return { on, notice }
}
