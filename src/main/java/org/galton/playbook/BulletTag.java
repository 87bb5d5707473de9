package org.galton.playbook;

/** What a reflector says of one bullet. */
public record BulletTag(String id, Tag tag) {}
