/**
 * Rollouts of several turns as a reader follows them: a game round by round, a walk step by step,
 * an episode turn by turn, and prompts that are chats. A transcript is read by the rules that wrote
 * it, and only where it is a whole one; anything else stays the plain text that it is. Knows no
 * table.
 */
package org.galton.view.conversation;
