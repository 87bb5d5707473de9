/**
 * The output folder on disk: its lease and fence, partitions, and files that are whole or absent.
 */
package org.galton.table.store;
