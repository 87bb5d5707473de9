/** Tasks of prompts that a JSONL file gives. */
package org.galton.task.jsonl;
