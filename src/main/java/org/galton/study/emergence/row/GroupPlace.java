package org.galton.study.emergence.row;

import java.io.Serializable;

/** The names of a group: columns of every table about single groups. */
public record GroupPlace(String experiment, String condition, String group)
    implements Serializable {}
