import { Button, type ButtonProps } from '@mantine/core'
import type { ButtonHTMLAttributes } from 'react'
import { ariaKey, type Key, keyText } from './keys.ts'

type Props = { of: Key } & Omit<ButtonProps, 'variant'> &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonProps> & { primary?: boolean }

/** A button with its key printed on it. */
export function KeyButton({ of, primary = false, children, ...rest }: Props) {
  return (
    <Button
      {...rest}
      variant={primary ? 'filled' : 'default'}
      aria-keyshortcuts={ariaKey(of)}
      rightSection={<kbd>{keyText(of)}</kbd>}
    >
      {children ?? of.label}
    </Button>
  )
}
