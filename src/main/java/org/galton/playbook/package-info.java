/**
 * Playbooks that grow by deltas (ACE, arXiv:2510.04618): texts of short rules with counts of how
 * often each helped. What is here reads and prints them, reads what reflectors and curators reply,
 * and merges operations without a model. Plain values; knows of Galton only {@code spec}'s bounded
 * reading.
 */
package org.galton.playbook;
