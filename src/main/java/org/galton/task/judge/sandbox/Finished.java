package org.galton.task.judge.sandbox;

/**
 * A process that is gone, with all its descendants.
 *
 * @param exitCode 128 and the number of the signal where one ended it
 * @param output its standard output, up to the limit
 * @param errors its standard error, up to 64 KiB
 * @param usage what was seen of its processes' use while it ran; nothing of one that took less than
 *     a look's time
 * @param wantedMillis time in which it was able to run, whether it was given a core or not
 */
record Finished(
    Ending ending, int exitCode, byte[] output, byte[] errors, Usage usage, long wantedMillis) {}
