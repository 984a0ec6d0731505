import { createTheme, type MantineColorsTuple } from '@mantine/core'

// Ten shades of one token: no part of a screen picks a shade, `styles/mantine.css` says what each state looks like.
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple

const field = { size: 'md' }

/** What Mantine cannot take from `styles/mantine.css`: sizes of the parts, and the order of words around a field. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    TextInput: { defaultProps: field },
    PasswordInput: { defaultProps: field },
    NativeSelect: { defaultProps: field },
    Textarea: { defaultProps: field },
    Checkbox: { defaultProps: field },
    Radio: { defaultProps: field }
  }
})
