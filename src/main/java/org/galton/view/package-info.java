/**
 * A local web page over the tables of output folders: {@link org.galton.view.Viewer} puts it
 * together. {@code engine} asks DuckDB, {@code web} speaks HTTP and knows no table, {@code page}
 * makes pages of rows, {@code conversation} reads games, walks and chats, {@code label} keeps what
 * people say, {@code bundle} writes pages as files. Nothing here starts Spark or reads outside the
 * given folders, and into them nothing is written but labels, where the viewer was asked to.
 */
package org.galton.view;
