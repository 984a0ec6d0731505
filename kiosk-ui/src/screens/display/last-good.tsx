import { Component, type ReactNode } from 'react'

interface Props<State> {
  state: State
  children: (state: State, isOld: boolean) => ReactNode
  /** Where not even the first state could be shown. */
  otherwise: ReactNode
}

interface Standing {
  tried: unknown
  isBroken: boolean
}

/**
 * Shows a state, and where that fails the last one that could be shown: nobody in the hall is helped by a white screen.
 * Each new state is tried again. React lets a class alone catch what its children throw.
 */
export class LastGood<State> extends Component<Props<State>, Standing> {
  override state: Standing = { tried: undefined, isBroken: false }
  #good: State | undefined

  static getDerivedStateFromProps({ state }: Props<unknown>, { tried }: Standing): Standing | null {
    return state === tried ? null : { tried: state, isBroken: false }
  }

  static getDerivedStateFromError(): Partial<Standing> {
    return { isBroken: true }
  }

  override componentDidMount(): void {
    this.#keep()
  }

  override componentDidUpdate(): void {
    this.#keep()
  }

  #keep(): void {
    if (!this.state.isBroken) this.#good = this.props.state
  }

  override render(): ReactNode {
    const { state, children, otherwise } = this.props
    if (!this.state.isBroken) return children(state, false)
    return this.#good === undefined ? otherwise : children(this.#good, true)
  }
}
