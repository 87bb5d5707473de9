package org.galton.study.selection;

import java.io.Serializable;

/**
 * A row of anyone's cases: what a case of a test patch says after a patch.
 *
 * @param content the patch's id where there is no column of contents
 * @param resolved null where there is no column that says so
 */
record GivenCase(
    String issue,
    String patch,
    String test,
    String testCase,
    boolean passesBefore,
    boolean passesAfter,
    Boolean resolved,
    String content)
    implements Serializable {}
