/** What transcripts of agents show, beside whether they succeeded: {@code galton flags}. */
package org.galton.study.flags;
