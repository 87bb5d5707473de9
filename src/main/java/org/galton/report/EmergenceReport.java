package org.galton.report;

import org.galton.table.RunRow;

/** A run of the emergence analysis by itself, on anyone's trajectories. */
public record EmergenceReport(RunRow run, EmergenceRows rows) {}
