package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code label_agreements}; see its schema for the columns. A NULL is null. */
public record LabelAgreementRow(
    String runId,
    String first,
    String second,
    long bothJunk,
    long firstJunk,
    long secondJunk,
    long bothControl,
    long leftOut,
    Double accuracy,
    Double accuracyLow,
    Double accuracyHigh,
    Double mcc,
    Double mccLow,
    Double mccHigh,
    Double kappa,
    Double kappaLow,
    Double kappaHigh)
    implements Serializable {}
