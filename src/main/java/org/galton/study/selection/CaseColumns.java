package org.galton.study.selection;

import java.io.Serializable;

/**
 * Names of the columns of a table of cases.
 *
 * @param resolved may be missing from the table
 * @param content likewise
 */
record CaseColumns(
    String issue,
    String patch,
    String test,
    String testCase,
    String before,
    String after,
    String resolved,
    String content)
    implements Serializable {}
