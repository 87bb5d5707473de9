package org.galton.benchmark.rows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/** Times as JSON writes them, such as {@code 2024-05-01T00:00:00}: LiveCodeBench has some. */
final class ParquetTime {
  private ParquetTime() {}

  static String text(long value, TimestampLogicalTypeAnnotation type) {
    ChronoUnit unit =
        switch (type.getUnit()) {
          case MILLIS -> ChronoUnit.MILLIS;
          case MICROS -> ChronoUnit.MICROS;
          case NANOS -> ChronoUnit.NANOS;
        };
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        Instant.EPOCH.plus(value, unit).atOffset(ZoneOffset.UTC));
  }
}
