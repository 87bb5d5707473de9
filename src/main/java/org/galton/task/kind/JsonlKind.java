package org.galton.task.kind;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.task.Judge;
import org.galton.task.TaskKind;
import org.galton.task.Template;
import org.galton.task.TextFiles;
import org.galton.task.jsonl.JsonlTask;
import org.galton.task.judge.JudgeKinds;

/** The keys of a {@link JsonlTask}: its file, its template, its judge and the judge's options. */
public final class JsonlKind implements TaskKind<JsonlTask> {
  /** The file's prompts as they are. */
  private static final String PLAIN = "{question}";

  @Override
  public String name() {
    return JsonlTask.KIND;
  }

  @Override
  public Class<JsonlTask> type() {
    return JsonlTask.class;
  }

  @Override
  public JsonlTask read(Section section, String name, TextFiles files) {
    String path = section.value("path", HomeFolder.path());
    String template = section.value("template", Template.TEXT, PLAIN);
    List<Judge> judges = JudgeKinds.readAll(section);
    return section.build(() -> open(section, name, path, judges, new Template(template), files));
  }

  @Override
  public Map<String, Object> written(JsonlTask task) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("path", task.source());
    keys.put("template", task.template().text());
    keys.putAll(JudgeKinds.keysOfAll(task.judges()));
    return keys;
  }

  private static JsonlTask open(
      Section section,
      String name,
      String path,
      List<Judge> judges,
      Template template,
      TextFiles files) {
    try (Reader lines = files.open(path)) {
      return JsonlTask.read(name, path, lines, judges, template);
    } catch (FileNotFoundException | NoSuchFileException e) {
      section.problem("path", "'path' is '" + path + "': expected a file that exists");
    } catch (IOException e) {
      section.problem("path", "'path' is '" + path + "', which cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
    return null;
  }
}
