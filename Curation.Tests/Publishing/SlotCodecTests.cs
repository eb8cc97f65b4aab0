using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Publishing;

public sealed class SlotCodecTests
{
    private static readonly Gen<Slot[]> Slots =
        (from track in Gen.Choose(int.MinValue, int.MaxValue)
         from provenance in Gen.Elements(Enum.GetValues<Provenance>())
         from marks in Gen.Choose(0, 3)
         from score in Gen.Choose(0, 1_000_000)
         select new Slot(new TrackId(track), provenance, score / 1_000_000f, (SlotMarks)marks)).ArrayOf();

    [Fact]
    public void What_was_packed_is_unpacked() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Slots.ToArbitrary(), slots => Assert.Equal(slots, SlotCodec.Unpack(SlotCodec.Pack(slots)))));

    [Fact]
    public void The_packed_bytes_are_the_ones_described() =>
        Assert.Equal("012a000000140000003f", Convert.ToHexStringLower(SlotCodec.Pack([new Slot(new TrackId(42), Provenance.Discovery, 0.5f, SlotMarks.SeparationGaveWay)])[..^4]));

    [Fact]
    public void Every_flipped_bit_is_found()
    {
        var packed = SlotCodec.Pack([new Slot(new TrackId(42), Provenance.Editor, 0.25f), new Slot(new TrackId(7), Provenance.Pinned, 1)]);
        for (var bit = 0; bit < packed.Length * 8; bit++)
        {
            var flipped = (byte[])packed.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => SlotCodec.Unpack(flipped));
        }
    }

    [Fact]
    public void Every_shortened_list_is_found()
    {
        var packed = SlotCodec.Pack([new Slot(new TrackId(42), Provenance.Editor, 0.25f), new Slot(new TrackId(7), Provenance.Pinned, 1)]);
        for (var length = 0; length < packed.Length; length++) Assert.Throws<InvalidDataException>(() => SlotCodec.Unpack(packed.AsSpan(0, length)));
    }
}
