import { Type } from 'typebox'

/** Whatever was typed comes in as text; what is wrong with it is said on the page. */
export const LookUp = {
  hide: true,
  body: Type.Object({
    ma: Type.Optional(Type.String({ maxLength: 100 })),
    so: Type.Optional(Type.String({ maxLength: 100 }))
  })
}
