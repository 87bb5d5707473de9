package org.galton.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Compares the pages of a Parquet file with their checksums, as Spark does here and DuckDB does
 * not: a page that a disk or a copy has changed would be read as other values.
 */
final class PageChecksums {
  /** The length of the foot and the magic word after it. */
  private static final int TAIL = 8;

  private PageChecksums() {}

  /**
   * @throws IOException when a page was changed, or the file is none of Parquet
   */
  static void check(String path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      for (RowGroup group : foot(file).getRow_groups()) {
        for (ColumnChunk chunk : group.getColumns()) {
          check(file, chunk.getMeta_data());
        }
      }
    } catch (RuntimeException e) { // Of the parser, at bytes that mean nothing.
      throw new IOException(path + " is damaged", e);
    } catch (ChangedPage e) {
      throw new IOException(path + " is damaged: a page of it is not as it was written", e);
    }
  }

  private static FileMetaData foot(RandomAccessFile file) throws IOException {
    if (file.length() < TAIL) {
      throw new IOException("too short for a file of Parquet");
    }
    int length = Integer.reverseBytes(Math.toIntExact(at(file, file.length() - TAIL)));
    return Util.readFileMetaData(
        new ByteArrayInputStream(bytes(file, file.length() - TAIL - length, length)));
  }

  private static long at(RandomAccessFile file, long place) throws IOException {
    file.seek(place);
    return file.readInt();
  }

  private static byte[] bytes(RandomAccessFile file, long from, long length) throws IOException {
    if (from < 0 || length < 0 || from + length > file.length()) {
      throw new IOException("a part of it lies outside of it");
    }
    byte[] bytes = new byte[Math.toIntExact(length)];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }

  private static void check(RandomAccessFile file, ColumnMetaData column)
      throws IOException, ChangedPage {
    long from = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      from = Math.min(from, column.getDictionary_page_offset());
    }
    byte[] pages = bytes(file, from, column.getTotal_compressed_size());
    ByteArrayInputStream in = new ByteArrayInputStream(pages);
    while (in.available() > 0) {
      PageHeader header = Util.readPageHeader(in);
      int size = header.getCompressed_page_size();
      if (header.isSetCrc()) {
        CRC32 crc = new CRC32();
        crc.update(pages, pages.length - in.available(), size);
        if ((int) crc.getValue() != header.getCrc()) {
          throw new ChangedPage();
        }
      }
      in.skipNBytes(size);
    }
  }

  private static final class ChangedPage extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
