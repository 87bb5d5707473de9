package org.galton.view.page;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Engine;
import org.galton.view.engine.UnreadableTable;
import org.galton.view.engine.ViewedFolder;
import org.galton.view.label.LabelDesk;
import org.galton.view.label.LabelForm;
import org.galton.view.row.RolloutAddress;
import org.galton.view.web.Parameters;
import org.galton.view.web.Reply;

/** Takes the form of a rollout's page. */
record LabelPosts(Engine engine, LabelDesk desk, PageWriter writer) {

  Reply post(ViewedFolder folder, String path, Parameters parameters, Parameters form) {
    try {
      Optional<RolloutAddress> rollout = parameters.find("key").flatMap(RolloutAddress::parse);
      if (rollout.isEmpty() || !isThere(folder, rollout.get())) {
        return refused(
            404,
            "Not found",
            "There is no such rollout in %s: nothing was written.".formatted(folder.name()),
            folder);
      }
      desk.put(folder, rollout.get(), LabelForm.of(form));
      return Reply.seeOther(path + parameters.query() + "#label");
    } catch (InvalidInput e) {
      return refused(400, "This label cannot be taken", e.getMessage(), folder);
    } catch (UnreadableTable e) {
      return refused(500, "These tables cannot be read", e.getMessage(), folder);
    } catch (UncheckedIOException | Unfinished e) {
      return refused(500, "This label was not written", e.getMessage(), folder);
    }
  }

  private boolean isThere(ViewedFolder folder, RolloutAddress rollout) {
    return engine.read(
        folder,
        tables ->
            !tables
                .rows(
                    BoundSql.of("SELECT 1 FROM rollouts WHERE")
                        .then(rollout.matches())
                        .then("LIMIT 1"),
                    row -> row.getInt(1))
                .isEmpty());
  }

  private Reply refused(int status, String title, String why, ViewedFolder folder) {
    return Reply.page(
        status,
        writer.html(new ProblemPage(title, why), folder.number(), folder.name(), Optional.empty()));
  }
}
