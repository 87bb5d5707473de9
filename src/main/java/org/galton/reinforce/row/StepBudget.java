package org.galton.reinforce.row;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How the rollouts of a step were divided and what came of it, as columns. */
public record StepBudget(
    OptionalInt fewestRollouts,
    OptionalInt mostRollouts,
    OptionalDouble budgetValue,
    OptionalDouble mixedShare,
    OptionalDouble mixedRolloutShare,
    OptionalInt effectiveGradientPrompts) {}
