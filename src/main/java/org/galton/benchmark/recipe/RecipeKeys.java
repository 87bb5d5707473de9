package org.galton.benchmark.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.benchmark.recipe.ItemRules.ChoiceOrder;
import org.galton.benchmark.recipe.ItemRules.Texts;
import org.galton.benchmark.recipe.PromptStyle.ShotPick;
import org.galton.benchmark.recipe.RecipeColumn.Presence;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/**
 * The keys of {@link ItemRules} and {@link PromptStyle}: a recipe has them, and a task that says
 * something else than its recipe. A key that is left out keeps its value.
 */
public final class RecipeKeys {
  private static final ValueType<String> NAME =
      ValueType.text("a name of letters, digits and _", "[A-Za-z_][A-Za-z0-9_]*");
  private static final ValueType<String> RULE =
      ValueType.anyText().checked(text -> check(() -> Rule.of("rule", text, "")));
  private static final ValueType<String> TEMPLATE =
      ValueType.anyText().checked(text -> check(() -> Rule.template("template", text, "")));

  private RecipeKeys() {}

  private static void check(Runnable rule) {
    try {
      rule.run();
    } catch (InvalidInput e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Null where something is wrong. */
  public static ItemRules rules(Section section, ItemRules base) {
    List<RecipeColumn> columns =
        section.has("columns") ? section.sections("columns", RecipeKeys::column) : base.columns();
    String question = section.value("question", RULE, base.question());
    String reference = section.value("reference", RULE, base.reference());
    String choices = section.value("choices", RULE, base.choices());
    String right = section.value("right", RULE, base.right());
    ChoiceOrder order = section.value("order", ValueType.constant(ChoiceOrder.class), base.order());
    String cluster = section.value("cluster", RULE, base.cluster());
    String date = section.value("date", RULE, base.date());
    String only = section.value("only", RULE, base.only());
    List<RecipeAttribute> attributes =
        section.has("attributes")
            ? section.sections("attributes", RecipeKeys::attribute)
            : base.attributes();
    Texts texts = section.value("texts", ValueType.constant(Texts.class), base.texts());
    return section.build(
        () ->
            new ItemRules(
                columns,
                question,
                reference,
                choices,
                right,
                order,
                cluster,
                date,
                only,
                attributes,
                texts));
  }

  public static Map<String, Object> written(ItemRules rules) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("columns", rules.columns().stream().map(RecipeKeys::written).toList());
    keys.put("question", rules.question());
    keys.put("reference", rules.reference());
    keys.put("choices", rules.choices());
    keys.put("right", rules.right());
    keys.put("order", ValueType.written(rules.order()));
    keys.put("cluster", rules.cluster());
    keys.put("date", rules.date());
    keys.put("only", rules.only());
    if (!rules.attributes().isEmpty()) {
      keys.put("attributes", rules.attributes().stream().map(RecipeKeys::written).toList());
    }
    keys.put("texts", ValueType.written(rules.texts()));
    return keys;
  }

  /** Null where something is wrong. */
  public static PromptStyle style(Section section, PromptStyle base) {
    String opening = section.value("opening", TEMPLATE, base.opening());
    String template = section.value("template", TEMPLATE, base.template());
    String shot = section.value("shot", TEMPLATE, base.shot());
    String between = section.value("between", ValueType.anyText(), base.between());
    int shots = section.value("shots", ValueType.integer(0, PromptStyle.MOST_SHOTS), base.shots());
    ShotPick pick = section.value("pick", ValueType.constant(ShotPick.class), base.pick());
    String group = section.value("group", RULE, base.group());
    String where = section.value("where", RULE, base.where());
    List<String> examples = section.list("examples", ValueType.text(), base.examples());
    return section.build(
        () ->
            new PromptStyle(opening, template, shot, between, shots, pick, group, where, examples));
  }

  public static Map<String, Object> written(PromptStyle style) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("opening", style.opening());
    keys.put("template", style.template());
    keys.put("shot", style.shot());
    keys.put("between", style.between());
    keys.put("shots", style.shots());
    keys.put("pick", ValueType.written(style.pick()));
    keys.put("group", style.group());
    keys.put("where", style.where());
    keys.put("examples", style.examples());
    return keys;
  }

  private static RecipeColumn column(Section section) {
    String name = section.value("name", NAME);
    List<String> from = section.list("from", ValueType.text(), List.of(name));
    Presence presence =
        section.value("presence", ValueType.constant(Presence.class), Presence.NEEDED);
    ColumnForm form = section.value("form", ValueType.constant(ColumnForm.class), ColumnForm.PLAIN);
    return section.build(() -> new RecipeColumn(name, from, presence, form));
  }

  private static Map<String, Object> written(RecipeColumn column) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", column.name());
    keys.put("from", column.from());
    keys.put("presence", ValueType.written(column.presence()));
    keys.put("form", ValueType.written(column.form()));
    return keys;
  }

  private static RecipeAttribute attribute(Section section) {
    String name = section.value("name", NAME);
    String value = section.value("value", RULE);
    return section.build(() -> new RecipeAttribute(name, value));
  }

  private static Map<String, Object> written(RecipeAttribute attribute) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", attribute.name());
    keys.put("value", attribute.value());
    return keys;
  }
}
