package org.galton.chat;

/** A chat template with tools, built as those of the families Hermes and Qwen are. */
public final class ToolTemplate {
  private static final String SOURCE =
      """
      {%- set opened = namespace(words='') %}
      {%- if messages[0].role == 'system' %}{% set opened.words = messages[0].content %}{% endif %}
      {%- if tools %}
          {{- '<|im_start|>system\\n' + opened.words }}
          {{- "\\n\\nFunctions that you may call:\\n<tools>" }}
          {%- for tool in tools %}
              {{- "\\n" }}
              {{- tool | tojson }}
          {%- endfor %}
          {{- '\\n</tools><|im_end|>\\n' }}
      {%- elif opened.words %}
          {{- '<|im_start|>system\\n' + opened.words + '<|im_end|>\\n' }}
      {%- endif %}
      {%- for message in messages %}
          {%- if message.role == 'tool' %}
              {%- if message.name is not defined %}{{ raise_exception('a result of no call') }}{% endif %}
              {%- if loop.first or messages[loop.index0 - 1].role != 'tool' %}
                  {{- '<|im_start|>user' }}
              {%- endif %}
              {{- '\\n<tool_response>\\n' + message.content + '\\n</tool_response>' }}
              {%- if loop.last or messages[loop.index0 + 1].role != 'tool' %}
                  {{- '<|im_end|>\\n' }}
              {%- endif %}
          {%- elif message.tool_calls %}
              {{- '<|im_start|>assistant' }}
              {%- if message.content %}{{ '\\n' + message.content }}{% endif %}
              {%- for tool_call in message.tool_calls %}
                  {%- if tool_call.function is defined %}{% set tool_call = tool_call.function %}{% endif %}
                  {{- '\\n<tool_call>\\n{"name": "' + tool_call.name + '", "arguments": ' }}
                  {{- tool_call.arguments | tojson }}
                  {{- '}\\n</tool_call>' }}
              {%- endfor %}
              {{- '<|im_end|>\\n' }}
          {%- elif message.role != 'system' %}
              {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
          {%- endif %}
      {%- endfor %}
      {%- if add_generation_prompt %}%s{%- endif %}
      """;

  private ToolTemplate() {}

  /** Ends as these families do. */
  public static String source() {
    return endingWith("{{- '<|im_start|>assistant\\n' }}");
  }

  /**
   * @param end what begins an answer
   */
  public static String endingWith(String end) {
    return SOURCE.replace("%s", end);
  }
}
