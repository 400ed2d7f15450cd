/** Ends the reading of an expression: what is wrong with it, and where it stands. */
export class ExpressionFailure extends Error {
  constructor(readonly offset: number, message: string) {
    super(message)
  }
}
