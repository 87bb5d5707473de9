package org.galton.model.llama.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatMessage.Role;
import org.galton.chat.ChatTool;
import org.galton.chat.ToolTemplate;
import org.galton.model.ModelPrompt;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates in the style of the families, with the texts that they stand for written by hand. */
final class ChatTemplateTest {
  private static final ModelPrompt.Chat ASKED = chat("Be brief.", "2+2?");
  private static final ModelPrompt.Chat ALONE = chat(null, " 2+2?\n");

  @TempDir private Path folder;

  private static ModelPrompt.Chat chat(String system, String user) {
    List<ChatMessage> messages = new ArrayList<>();
    if (system != null) {
      messages.add(new ChatMessage(Role.SYSTEM, system));
    }
    messages.add(new ChatMessage(Role.USER, user));
    return new ModelPrompt.Chat(messages);
  }

  private ChatTemplate template(String source) throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), source);
    return found();
  }

  private ChatTemplate found() {
    return ChatTemplate.of(new CheckpointFiles.Folder(folder)).orElseThrow();
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("tokenizer_config.json"), json);
  }

  @Test
  void chatMarkup() throws IOException {
    ChatTemplate template =
        template(
            """
            {% for message in messages %}
            {{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}
            {%- endfor %}
            {% if add_generation_prompt %}
            {{- '<|im_start|>assistant\\n' }}
            {%- endif %}
            """);
    assertThat(template.text(ASKED))
        .isEqualTo(
            """
            <|im_start|>system
            Be brief.<|im_end|>
            <|im_start|>user
            2+2?<|im_end|>
            <|im_start|>assistant
            """);
  }

  @Test
  void specialTokensOfAMapOfTheirOwn() throws IOException {
    Path map = folder.resolve("special_tokens_map.json");
    Files.writeString(map, "{\"bos_token\": {\"content\": \"<a>\"}, \"eos_token\": \"<b>\"}");
    assertThat(template("{{ bos_token }}{{ eos_token }}").text(ALONE)).isEqualTo("<a><b>");

    config("{\"bos_token\": \"<c>\", \"pad_token\": \"<d>\"}");
    assertThat(template("{{ bos_token }}{{ eos_token }}{{ pad_token }}").text(ALONE))
        .isEqualTo("<a><b><d>");

    config("{\"bos_token\": \"<c>\", \"added_tokens_decoder\": {}}");
    assertThat(template("{{ bos_token }}{{ eos_token }}").text(ALONE)).isEqualTo("<c>");

    config("{}");
    Files.writeString(map, "{");
    assertThatThrownBy(() -> template("{{ bos_token }}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read "
                + map
                + ": it is not JSON at line 1, column 2 (Unexpected end-of-input: expected close"
                + " marker for Object); copy the file again from where the model is published");
  }

  @Test
  void headersWithADateAndAnOptionalSystem() throws IOException {
    config("{\"bos_token\": {\"content\": \"<|begin|>\", \"lstrip\": false}}");
    ChatTemplate template =
        template(
            """
            {{- bos_token }}
            {%- if not date_string is defined %}
                {%- if strftime_now is defined %}
                    {%- set date_string = strftime_now("%d %b %Y") %}
                {%- else %}
                    {%- set date_string = "26 Jul 2024" %}
                {%- endif %}
            {%- endif %}
            {%- if not tools is defined %}
                {%- set tools = none %}
            {%- endif %}

            {#- The system's words come first, if there are any. #}
            {%- if messages[0]['role'] == 'system' %}
                {%- set words = messages[0]['content']|trim %}
                {%- set messages = messages[1:] %}
            {%- else %}
                {%- set words = "" %}
            {%- endif %}
            {{- "<|head|>system<|/head|>\\n\\n" }}
            {%- if tools is not none %}
                {{- "Tools\\n" }}
            {%- endif %}
            {{- "Today: " + date_string + "\\n\\n" }}
            {{- words }}
            {{- "<|eot|>" }}
            {%- for message in messages %}
                {%- if not (message.role == 'tool' or 'tool_calls' in message) %}
                    {{- '<|head|>' + message['role'] + '<|/head|>\\n\\n'+ message['content'] | trim + '<|eot|>' }}
                {%- endif %}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<|head|>assistant<|/head|>\\n\\n' }}
            {%- endif %}
            """);
    assertThat(template.text(ASKED))
        .isEqualTo(
            "<|begin|><|head|>system<|/head|>\n\nToday: 26 Jul 2024\n\nBe brief.<|eot|>"
                + "<|head|>user<|/head|>\n\n2+2?<|eot|><|head|>assistant<|/head|>\n\n");
    assertThat(template.text(ALONE))
        .isEqualTo(
            "<|begin|><|head|>system<|/head|>\n\nToday: 26 Jul 2024\n\n<|eot|>"
                + "<|head|>user<|/head|>\n\n2+2?<|eot|><|head|>assistant<|/head|>\n\n");
  }

  @Test
  void thinkingInEarlierTurnsIsLeftOut() throws IOException {
    ChatTemplate template =
        template(
            """
            {%- set ns = namespace(searching=true, last=messages|length - 1) %}
            {%- for message in messages[::-1] %}
                {%- set index = (messages|length - 1) - loop.index0 %}
                {%- if ns.searching and message.role == "user" and message.content is string and not(message.content.startswith('<tool>') and message.content.endswith('</tool>')) %}
                    {%- set ns.searching = false %}
                    {%- set ns.last = index %}
                {%- endif %}
            {%- endfor %}
            {%- for message in messages %}
                {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
                    {{- '<' + message.role + '>' + message.content }}
                {%- elif message.role == "assistant" %}
                    {%- set content = message.content %}
                    {%- if '</think>' in content and loop.index0 < ns.last %}
                        {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
                    {%- endif %}
                    {{- '<assistant>' + content }}
                {%- endif %}
            {%- endfor %}
            {%- if add_generation_prompt %}
                {{- '<assistant>' }}
                {%- if enable_thinking is defined and enable_thinking is false %}
                    {{- '<think>\\n\\n</think>\\n\\n' }}
                {%- endif %}
            {%- endif %}
            """);
    ModelPrompt.Chat turns =
        new ModelPrompt.Chat(
            List.of(
                new ChatMessage(Role.USER, "2+2?"),
                new ChatMessage(Role.ASSISTANT, "<think>\nhm\n</think>\n\n4"),
                new ChatMessage(Role.USER, "sure?")));
    assertThat(template.text(turns)).isEqualTo("<user>2+2?<assistant>4<user>sure?<assistant>");
  }

  @Test
  void instructionsBetweenMarksThatMustAlternate() throws IOException {
    config("{\"bos_token\": \"<s>\", \"eos_token\": \"</s>\"}");
    ChatTemplate template =
        template(
            """
            {%- set standard = "Speak\\
             plainly." %}
            {{- bos_token }}
            {%- if messages[0]['role'] == 'system' %}
                {%- set words = messages[0]['content'] %}
                {%- set turns = messages[1:] %}
            {%- else %}
                {%- set words = standard %}
                {%- set turns = messages %}
            {%- endif %}
            {{- '[SYS]' + words + '[/SYS]' }}
            {%- set asked = turns | selectattr("role", "equalto", "user") | list %}
            {%- for message in turns %}
                {%- if (message["role"] == "user") != (loop.index0 % 2 == 0) %}
                    {{- raise_exception("Roles must alternate!") }}
                {%- endif %}
                {%- if message["role"] == "user" %}
                    {{- '[INST]' + message['content'] + '[/INST]' }}
                    {%- if message == asked[-1] %}{{- '!' }}{% endif %}
                {%- else %}
                    {{- message['content'] + eos_token }}
                {%- endif %}
            {%- endfor %}
            """);
    assertThat(template.text(ASKED)).isEqualTo("<s>[SYS]Be brief.[/SYS][INST]2+2?[/INST]!");
    assertThat(template.text(ALONE)).isEqualTo("<s>[SYS]Speak plainly.[/SYS][INST] 2+2?\n[/INST]!");
    ModelPrompt.Chat twice =
        new ModelPrompt.Chat(
            List.of(new ChatMessage(Role.USER, "a"), new ChatMessage(Role.USER, "b")));
    assertThatThrownBy(() -> template.check(twice))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot render "
                + folder.resolve("chat_template.jinja")
                + " line 15: it refuses: Roles must alternate!");
  }

  @Test
  void templateThatAsksForTheDateIsRefused() throws IOException {
    ChatTemplate template = template("{{ strftime_now('%d %b %Y') }}");
    assertThatThrownBy(() -> template.check(ASKED))
        .hasMessage(
            "Cannot render "
                + folder.resolve("chat_template.jinja")
                + " line 1: it asks for the date with 'strftime_now', and would make another prompt"
                + " every day: expected a date written into it");
  }

  @Test
  void templateIsFoundInTheTokenizersConfiguration() throws IOException {
    config("{\"chat_template\": \"one {{ messages[0].content }}\"}");
    assertThat(found().text(ASKED)).isEqualTo("one Be brief.");
    config(
        new ObjectMapper()
            .writeValueAsString(
                java.util.Map.of(
                    "chat_template",
                    List.of(
                        java.util.Map.of("name", "tool_use", "template", "tools"),
                        java.util.Map.of("name", "default", "template", "two")))));
    assertThat(found().text(ASKED)).isEqualTo("two");
    assertThat(template("three").text(ASKED)).as("the file of its own wins").isEqualTo("three");
  }

  @Test
  void checkpointWithoutATemplateHasNone() throws IOException {
    assertThat(ChatTemplate.of(new CheckpointFiles.Folder(folder))).isEmpty();
    config("{\"chat_template\": null}");
    assertThat(ChatTemplate.of(new CheckpointFiles.Folder(folder))).isEmpty();
  }

  @Test
  void whatIsNoTemplateIsSaid() throws IOException {
    config("{\"chat_template\": [{\"name\": \"rag\", \"template\": \"x\"}]}");
    Path file = folder.resolve("tokenizer_config.json");
    assertThatThrownBy(this::found)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read "
                + file
                + " 'chat_template': expected a text, or a list with a template named 'default';"
                + " put the one to use into chat_template.jinja beside it");
    config("{\"chat_template\": \"{% if %}\"}");
    assertThatThrownBy(this::found)
        .hasMessage(
            "Cannot read " + file + " 'chat_template' line 1: found '%}': expected an expression");
    config("{");
    assertThatThrownBy(this::found)
        .hasMessage(
            "Cannot read "
                + file
                + ": it is not JSON at line 1, column 2 (Unexpected end-of-input: expected close"
                + " marker for Object); copy the file again from where the model is published");
  }

  @Test
  void digestIsOfTheTemplateAndOfWhatItWrites() throws IOException {
    String plain = template("a").digest();
    assertThat(template("a").digest()).isEqualTo(plain);
    assertThat(template("b").digest()).isNotEqualTo(plain);
    config("{\"bos_token\": \"<s>\"}");
    assertThat(template("a").digest()).isNotEqualTo(plain);
  }

  private static final ChatTool ADDER = ChatTool.of("adder", "It adds.", "sum");

  /**
   * An assistant's call and its result; arguments are a mapping, which the template makes JSON of.
   */
  @Test
  void toolsCallsAndResultsAreWrittenAsModelsAreTrainedOnThem() throws IOException {
    ModelPrompt.Chat chat =
        new ModelPrompt.Chat(
            List.of(
                new ChatMessage(Role.SYSTEM, "Be brief."),
                new ChatMessage(Role.USER, "2+2?"),
                ChatMessage.calling(
                    "Hm.", List.of(new ChatCall("call00001", "adder", "{\"sum\": \"2+2\"}"))),
                ChatMessage.result("call00001", "4"),
                ChatMessage.result("call00001", "so 4")),
            List.of(ADDER));
    ChatTemplate template = template(ToolTemplate.source());
    template.check(chat);
    assertThat(template.text(chat))
        .isEqualTo(
            """
            <|im_start|>system
            Be brief.

            Functions that you may call:
            <tools>
            {"type": "function", "function": {"name": "adder", "description": "It adds.", "parameters": {"type": "object", "properties": {"sum": {"type": "string"}}, "required": ["sum"]}}}
            </tools><|im_end|>
            <|im_start|>user
            2+2?<|im_end|>
            <|im_start|>assistant
            Hm.
            <tool_call>
            {"name": "adder", "arguments": {"sum": "2+2"}}
            </tool_call><|im_end|>
            <|im_start|>user
            <tool_response>
            4
            </tool_response>
            <tool_response>
            so 4
            </tool_response><|im_end|>
            <|im_start|>assistant
            """);
  }

  @Test
  void aTemplateWithoutAPlaceForToolsIsFoundOut() throws IOException {
    ModelPrompt.Chat chat =
        new ModelPrompt.Chat(List.of(new ChatMessage(Role.USER, "2+2?")), List.of(ADDER));
    ChatTemplate silent = template("{% for m in messages %}{{ m.content }}{% endfor %}");
    assertThatThrownBy(() -> silent.check(chat))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot offer tools with ")
        .hasMessageContaining("does not name the tool 'adder'; expected a template with a place");
    ChatTemplate deaf =
        template(
            "{{ tools | tojson }}{% for m in messages %}{% if m.role == 'user' %}{{ m.content }}{% endif %}{% endfor %}");
    assertThatThrownBy(() -> deaf.check(chat))
        .hasMessageContaining("leaves out the result of a call");
    silent.check(new ModelPrompt.Chat(chat.messages()));
  }
}
