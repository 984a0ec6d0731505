import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSetUp } from '../../api/setup.ts'
import { fieldId } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { setUpText } from '../../text/set-up.ts'

const FORM = 'set-up'

const CODE = /^[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3}){0,3}$/

const EMPTY = { code: '', name: '', administrator: { name: '', username: '', password: '' } }

type Typed = typeof EMPTY

/** Everything that a new installation needs to know, on one page. */
export function SetUpForm({ onDone }: { onDone: (username: string) => void }) {
  const setUp = useSetUp()
  const form = useForm<Typed>({
    mode: 'uncontrolled',
    initialValues: EMPTY,
    clearInputErrorOnChange: false,
    validate: {
      code: (code) => faultOfCode(code),
      name: (name) => (name.trim() ? null : setUpText.nameMissing),
      administrator: {
        name: (name) => (name.trim() ? null : setUpText.administratorNameMissing),
        username: (username) =>
          /^[a-z0-9._-]{3,50}$/.test(username.trim()) ? null : setUpText.usernameWrong,
        password: (password) => (password.length >= 8 ? null : setUpText.passwordShort)
      }
    }
  })
  const of = { id: FORM, form }
  const submit = (typed: Typed) => {
    const office = tidied(typed)
    setUp.mutate(office, { onSuccess: () => onDone(office.administrator.username) })
  }
  return (
    <WorkForm id={FORM} form={form} refusal={setUp.error} onSubmit={submit}>
      <h1>{setUpText.title}</h1>
      <p className="quiet">{setUpText.lead}</p>
      <h2>{setUpText.officePart}</h2>
      <TextField of={of} path="code" label={setUpText.code} hint={setUpText.codeHint} />
      <TextField of={of} path="name" label={setUpText.name} hint={setUpText.nameHint} />
      <h2>{setUpText.administratorPart}</h2>
      <TextField of={of} path="administrator.name" label={setUpText.administratorName} />
      <TextField
        of={of}
        path="administrator.username"
        label={setUpText.username}
        hint={setUpText.usernameHint}
      />
      <TextInput
        {...form.getInputProps('administrator.password')}
        key={form.key('administrator.password')}
        id={fieldId(FORM, 'administrator.password')}
        label={setUpText.password}
        description={setUpText.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <Button type="submit" className="whole">
        {setUp.isPending ? setUpText.submitting : setUpText.submit}
      </Button>
    </WorkForm>
  )
}

function faultOfCode(typed: string): string | null {
  const code = typed.trim().toUpperCase()
  if (!code) return setUpText.codeMissing
  return CODE.test(code) ? null : setUpText.codeWrong
}

function tidied({ code, name, administrator }: Typed): Typed {
  return {
    code: code.trim().toUpperCase(),
    name: name.trim(),
    administrator: {
      ...administrator,
      name: administrator.name.trim(),
      username: administrator.username.trim()
    }
  }
}
