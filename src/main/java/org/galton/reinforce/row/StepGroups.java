package org.galton.reinforce.row;

/** What became of the prompts of a step, as columns. */
public record StepGroups(
    int prompts, int groupsKept, int droppedAllCorrect, int droppedAllWrong, int droppedOther) {}
