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
import org.galton.study.junk.row.MixturePostRow;
import org.galton.study.junk.row.MixtureRow;
import org.galton.study.junk.view.MixSection;

/**
 * Mixtures.
 *
 * @param posts read when they are written, one partition after the other
 * @param notes which posts could not be drawn
 */
record MixResult(
    MixRequest request, List<MixtureRow> rows, JavaRDD<MixturePostRow> posts, List<String> notes) {

  void write(RunWriter run) {
    run.publish(JunkTables.MIXTURES, rows);
    SparkAction.run(
        "write the posts of mixtures",
        () -> {
          run.publish(JunkTables.MIXTURE_POSTS, posts::toLocalIterator);
          return posts;
        });
  }

  /** For the terminal. */
  String text() {
    return TextTable.of(MixSection.ROWS, rows, "-")
        + (notes.isEmpty() ? "" : "\n" + String.join("\n", notes) + "\n");
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", request.posts().input()).put("seed", request.seed());
    RowJson.add(root.putArray("mixtures"), rows);
    notes.forEach(root.putArray("notes")::add);
    return root;
  }
}
