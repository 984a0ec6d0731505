/** Three letters, whatever stands between them: dots and figures are no reason that anybody could read later. For `RegExp` with `u`. */
export const SAYS_SOMETHING = '\\p{L}[^\\p{L}]*\\p{L}[^\\p{L}]*\\p{L}'
