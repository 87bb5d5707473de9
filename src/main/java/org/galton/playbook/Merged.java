package org.galton.playbook;

/**
 * A playbook after a step's deltas.
 *
 * @param applied operations that changed it
 * @param ignored operations on ids that it does not have, and such without a text
 * @param tagged tags of bullets that it has
 * @param unknownTags tags of others
 * @param joined bullets that were duplicates of earlier ones
 * @param dropped bullets that did not fit the budget
 */
public record Merged(
    Playbook playbook,
    int applied,
    int ignored,
    int tagged,
    int unknownTags,
    int joined,
    int dropped) {}
