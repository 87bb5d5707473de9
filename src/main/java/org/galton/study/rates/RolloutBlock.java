package org.galton.study.rates;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Rows that are read together. They are views, valid until the next block is read. */
sealed interface RolloutBlock {

  int rows();

  InternalRow row(int index);

  /** Numbers the texts of a column. */
  void label(int place, Labels labels);

  /** A row by itself, of a format that is read row by row. */
  record Single(InternalRow row) implements RolloutBlock {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public InternalRow row(int index) {
      return row;
    }

    @Override
    public void label(int place, Labels labels) {
      labels.read(row, place);
    }
  }

  /** Columns as Spark reads them from Parquet: of a dictionary, numbers and not texts. */
  record Batch(ColumnarBatch columns) implements RolloutBlock {
    @Override
    public int rows() {
      return columns.numRows();
    }

    @Override
    public InternalRow row(int index) {
      return columns.getRow(index);
    }

    @Override
    public void label(int place, Labels labels) {
      labels.read(columns.column(place), columns.numRows());
    }
  }

  /** One block for each of some batches, those without rows left out. */
  static Iterator<RolloutBlock> ofBatches(Iterator<ColumnarBatch> batches) {
    return new Iterator<>() {
      private ColumnarBatch next;

      @Override
      public boolean hasNext() {
        while (next == null && batches.hasNext()) {
          ColumnarBatch batch = batches.next();
          next = batch.numRows() == 0 ? null : batch;
        }
        return next != null;
      }

      @Override
      public RolloutBlock next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        ColumnarBatch batch = next;
        next = null;
        return new Batch(batch);
      }
    };
  }

  /** One block for each row. */
  static Iterator<RolloutBlock> ofRows(Iterator<InternalRow> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public RolloutBlock next() {
        return new Single(rows.next());
      }
    };
  }
}
