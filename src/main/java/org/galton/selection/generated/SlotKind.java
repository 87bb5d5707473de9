package org.galton.selection.generated;

/** What of a function a bug can change: the mutation operators. */
enum SlotKind {
  /** An operator becomes another: of +, - and *. */
  OPERATOR_SWAP(3),
  /** A constant becomes one more or one less. */
  OFF_BY_ONE(0),
  /** Two arguments change places. */
  SWAPPED_ARGUMENTS(2),
  /** A condition is negated. */
  NEGATED_CONDITION(2),
  /** Another function of the repository is called. */
  WRONG_CALLEE(0);

  /** Number of its values; 0 where the function or the repository says. */
  private final int many;

  SlotKind(int many) {
    this.many = many;
  }

  int many() {
    return many;
  }
}
