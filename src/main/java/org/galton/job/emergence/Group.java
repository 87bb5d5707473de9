package org.galton.job.emergence;

import java.io.Serializable;
import org.galton.emergence.GroupTrajectory;

/** A group with what its agents did. */
record Group(GroupKey key, GroupTrajectory trajectory) implements Serializable {}
