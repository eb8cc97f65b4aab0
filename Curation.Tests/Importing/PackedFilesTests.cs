using System.IO.Compression;
using System.Text;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class PackedFilesTests : IDisposable
{
    private const string Plays = "listener,time,title,artist\nada,1709649000,One,Low Tide\n";
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void What_is_cut_off_is_noticed_whatever_was_unpacked_before_by_a_setting_of_the_process()
    {
        Assert.True(AppContext.TryGetSwitch("System.IO.Compression.UseStrictValidation", out var strict) && strict);
    }

    [Fact]
    public void Gzip_and_zip_are_told_by_content_not_by_name()
    {
        Assert.Single(scratch.Read(scratch.Write("plays.txt", ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays)))));
        Assert.Single(scratch.Read(scratch.WriteZip("plays.bin", ("plays.csv", Plays))));
    }

    [Fact]
    public void Several_gzip_members_are_one_file()
    {
        var one = ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays));
        var two = ReadingScratch.Gzip(Encoding.UTF8.GetBytes("ada,1709649001,Two,Low Tide\n"));
        Assert.Equal(2, scratch.Read(scratch.Write("plays.csv.gz", [.. one, .. two])).Count);
    }

    [Fact]
    public void A_gzip_file_that_is_cut_off_is_not_taken_for_a_whole_one()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"ada,{1709649000 + i},Title {i * 7919 % 1000},Low Tide\n"));
        var packed = ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays + rows));
        var message = scratch.Stops(scratch.Write("plays.csv.gz", packed[..(packed.Length / 2)]));
        Assert.StartsWith("plays.csv.gz: the packed file is damaged or cut off after", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_with_a_wrong_byte_is_found_out()
    {
        var packed = ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays));
        packed[^6] ^= 0xff;
        Assert.Contains("damaged or cut off", scratch.Stops(scratch.Write("plays.csv.gz", packed)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_archive_that_is_cut_off_says_so()
    {
        var path = scratch.WriteZip("plays.zip", ("plays.csv", Plays));
        var bytes = File.ReadAllBytes(path);
        Assert.Equal("cut.zip: the zip archive is damaged or cut off; its list of files cannot be read.", scratch.Stops(scratch.Write("cut.zip", bytes[..^30])));
    }

    [Fact]
    public void A_bomb_stops_at_the_ratio_with_little_memory()
    {
        using (var gzip = new GZipStream(File.Create(scratch["bomb.csv.gz"]), CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes("listener,time,title,artist\n"));
            var spaces = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ada,1709649000,One,Low Tide\n", 40_000)));
            for (var i = 0; i < 100; i++) gzip.Write(spaces);
        }

        var limits = ImportLimits.Default;
        var source = ImportSource.At(scratch["bomb.csv.gz"], limits);
        var plan = FormatDetector.Detect(source, limits);
        var stopped = Assert.Throws<ImportStoppedException>(() => ImportReader.Read(source, plan, new Reading(limits, ReadingScratch.Now, _ => { })).Count());
        Assert.Contains("more than 200 times its packed size", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unpacking_stops_at_the_cap_on_bytes()
    {
        var path = scratch.Write("plays.csv.gz", ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays + string.Concat(Enumerable.Repeat("ada,1709649000,One,Low Tide\n", 10_000)))));
        Assert.Equal("plays.csv.gz: unpacks to more than 100,000 bytes; stopped there.", scratch.Stops(path, limits: new ImportLimits { UnpackedBytes = 100_000 }));
    }

    [Fact]
    public void An_archive_inside_an_archive_is_not_opened()
    {
        var inner = ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays));
        Assert.Contains("an archive inside an archive", scratch.Stops(scratch.Write("two.gz", ReadingScratch.Gzip(inner))), StringComparison.Ordinal);
    }

    [Fact]
    public void All_bytes_of_a_packed_file_are_counted_as_progress()
    {
        var path = scratch.Write("plays.csv.gz", ReadingScratch.Gzip(Encoding.UTF8.GetBytes(Plays)));
        scratch.Read(path);
        Assert.Equal(new FileInfo(path).Length, scratch.Last!.BytesRead);
    }
}
