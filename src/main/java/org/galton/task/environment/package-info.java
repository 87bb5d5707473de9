/** The task whose rollouts are episodes of an {@link org.galton.environment.Environment}. */
package org.galton.task.environment;
