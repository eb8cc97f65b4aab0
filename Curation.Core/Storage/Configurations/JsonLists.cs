using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Curation.Core.Storage.Configurations;

/// <summary>Short lists that are always read whole stand in one column as JSON.</summary>
internal static class JsonLists
{
    public static ValueConverter<List<T>, string> Of<T>(Func<T, int> value, Func<int, T> make) =>
        new(list => WriteInts(list, value), text => ReadInts(text, make));

    public static ValueConverter<List<string>, string> OfText() =>
        new(list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default) ?? new List<string>());

    public static ValueComparer<List<T>> Comparer<T>() =>
        new((one, other) => one!.SequenceEqual(other!), list => list.Count, list => list.ToList());

    private static string WriteInts<T>(List<T> list, Func<T, int> value) => JsonSerializer.Serialize(list.Select(value));

    private static List<T> ReadInts<T>(string text, Func<int, T> make) => (JsonSerializer.Deserialize<int[]>(text) ?? []).Select(make).ToList();
}
