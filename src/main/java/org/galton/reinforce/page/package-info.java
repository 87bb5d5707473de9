/**
 * What people see of a reinforcement training: {@link org.galton.reinforce.page.RecordedTraining}
 * reads its tables, {@link org.galton.reinforce.page.TrainingPage} makes the page of them, and
 * {@link org.galton.reinforce.page.TrainingAlarms} says what to worry about, there and on the
 * terminal. Draws and learns nothing, and may use {@code report} and the tables.
 */
package org.galton.reinforce.page;
