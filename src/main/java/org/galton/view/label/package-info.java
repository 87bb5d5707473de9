/**
 * What people say of rollouts: the table {@code labels} of a folder, how a viewer that was asked to
 * writes it ({@link org.galton.view.label.LabelDesk}), how labels are shown and filtered by, and
 * how they agree with scorers. The only part of the viewer that writes.
 */
package org.galton.view.label;
