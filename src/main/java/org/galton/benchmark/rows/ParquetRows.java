package org.galton.benchmark.rows;

import java.io.IOException;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;

/** The rows of a Parquet file. */
final class ParquetRows {
  private ParquetRows() {}

  static void read(InputFile bytes, PublishedFile file) throws IOException {
    ParquetReader.Builder<Group> builder =
        new ParquetReader.Builder<>(bytes) {
          @Override
          protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
          }
        };
    try (ParquetReader<Group> reader = opened(builder, file)) {
      for (Group row = next(reader, file); row != null; row = next(reader, file)) {
        file.add(ParquetValue.columns(row));
      }
    }
  }

  private static ParquetReader<Group> opened(
      ParquetReader.Builder<Group> builder, PublishedFile file) throws IOException {
    try {
      return builder.build();
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static Group next(ParquetReader<Group> reader, PublishedFile file) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static RuntimeException damaged(PublishedFile file, RuntimeException e) {
    Throwable reason = Objects.requireNonNullElse(ExceptionUtils.getRootCause(e), e);
    return file.broken("not Parquet (" + reason.getMessage() + ")", "a whole Parquet file");
  }
}
