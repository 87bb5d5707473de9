/**
 * The judge of instructions that a program can check: the 25 of IFEval. One class a group of
 * instructions; {@code InstructionRegistry} knows them by id. Source: Zhou et al. (2023),
 * arXiv:2311.07911, and the rules of its published code.
 */
package org.galton.task.judge.ifeval;
