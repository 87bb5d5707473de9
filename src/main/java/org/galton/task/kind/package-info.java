/** Kinds of task: how a spec's section becomes one of Galton's own tasks or of a user's jar. */
package org.galton.task.kind;
