/** Keys as they stand on a keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((key, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same key may stand twice, and none ever moves
        <kbd key={index}>{key}</kbd>
      ))}
    </span>
  );
}
