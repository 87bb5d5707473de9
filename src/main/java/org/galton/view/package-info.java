/**
 * A local web page over the tables of output folders: {@link org.galton.view.Viewer} puts it
 * together. {@code engine} asks DuckDB, {@code web} speaks HTTP and knows no table, {@code page}
 * makes pages of rows, {@code conversation} reads games, walks and chats. Nothing here knows Spark,
 * writes a file or reads outside the given folders.
 */
package org.galton.view;
