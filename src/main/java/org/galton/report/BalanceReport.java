package org.galton.report;

import org.galton.table.RunRow;

/** A run of the balance analysis by itself, on anyone's transitions. */
public record BalanceReport(RunRow run, BalanceRows rows) {}
