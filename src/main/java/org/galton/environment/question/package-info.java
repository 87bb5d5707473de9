/** Environments that ask a question, some with a tool that helps to answer it. */
package org.galton.environment.question;
