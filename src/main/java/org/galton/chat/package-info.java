/**
 * Chats: their messages, the tools that are offered in them, calls and their results, and the text
 * that stands for a call where a model knows nothing but texts. Plain data; knows no model, no
 * template and no server.
 */
package org.galton.chat;
