package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.job.run.RunWriter;
import org.galton.job.run.SparkAction;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.row.LabelAgreementRow;
import org.galton.study.junk.row.LabelCountRow;
import org.galton.study.junk.row.LabelledPostRow;
import org.galton.study.junk.view.LabelSection;

/**
 * What posts are called.
 *
 * @param posts read when they are written, one partition after the other
 */
record LabelResult(
    PostRequest request,
    List<LabelCountRow> counts,
    List<LabelAgreementRow> agreements,
    JavaRDD<LabelledPostRow> posts) {

  void write(RunWriter run) {
    SparkAction.run(
        "write labelled posts",
        () -> {
          run.publish(JunkTables.POSTS, posts::toLocalIterator);
          return posts;
        });
    run.publish(JunkTables.COUNTS, counts);
    run.publish(JunkTables.AGREEMENTS, agreements);
  }

  /** For the terminal. */
  String text() {
    return TextTable.of(LabelSection.COUNTS, counts, "-")
        + (agreements.isEmpty()
            ? ""
            : "\n" + TextTable.of(LabelSection.AGREEMENTS, agreements, "-"));
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", request.input());
    RowJson.add(root.putArray("counts"), counts);
    RowJson.add(root.putArray("agreements"), agreements);
    return root;
  }
}
