import { NativeSelect, Textarea, TextInput, type TextInputProps } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { commonText, longDayText } from '../text/common.ts'
import { fieldId } from './draft-form.ts'
import { dayTypedFault, findDay } from './read-typed.ts'

export interface FieldProps<Values> {
  /** The form's id and state. */
  of: { id: string; form: UseFormReturnType<Values> }
  path: string
  label: string
  hint?: string
  className?: string
}

function shared<Values>({ of: { id, form }, path, label, hint, className }: FieldProps<Values>) {
  return {
    ...form.getInputProps(path),
    id: fieldId(id, path),
    label,
    ...(hint ? { description: hint } : {}),
    ...(className ? { className } : {})
  }
}

export function TextField<Values>({
  inputMode,
  ...field
}: FieldProps<Values> & Pick<TextInputProps, 'inputMode'>) {
  return (
    <TextInput
      key={field.of.form.key(field.path)}
      {...shared(field)}
      {...(inputMode ? { inputMode } : {})}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

export function LongTextField<Values>({ rows = 2, ...field }: FieldProps<Values> & { rows?: number }) {
  return <Textarea key={field.of.form.key(field.path)} {...shared(field)} rows={rows} spellCheck={false} />
}

export function SelectField<Values>({
  choices,
  ...field
}: FieldProps<Values> & { choices: { value: string; label: string }[] }) {
  return <NativeSelect key={field.of.form.key(field.path)} {...shared(field)} data={choices} />
}

/** One of a few words, all on the screen at once: chosen with the arrow keys. */
export function ChoiceField<Values>({
  of: { id, form },
  path,
  label,
  choices
}: FieldProps<Values> & { choices: { value: string; label: string }[] }) {
  const { defaultValue, onChange } = form.getInputProps(path)
  return (
    <fieldset className="choice-field" key={form.key(path)}>
      <legend>{label}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={fieldId(id, path)}
            id={index === 0 ? fieldId(id, path) : undefined}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

/** A day typed as people write it; once it can be read, its weekday is said back. */
export function DayField<Values>(field: FieldProps<Values>) {
  const { form } = field.of
  const day = findDay(String(form.useWatchValue(field.path)))
  return (
    <div className="day">
      <TextField hint={commonText.dayHint} inputMode="numeric" {...field} />
      <p className="hint" aria-live="polite">
        {day ? longDayText(day) : commonText.nothing}
      </p>
    </div>
  )
}

/** What is wrong with a typed day, or nothing. `what` names it: “ngày bắt đầu áp dụng”. */
export function dayFault(typed: string, what: string): string | null {
  const fault = dayTypedFault(typed)
  if (fault === 'empty') return commonText.dayMissing(what)
  if (fault === 'no-century') return commonText.dayCentury
  return fault ? commonText.dayWrong : null
}
