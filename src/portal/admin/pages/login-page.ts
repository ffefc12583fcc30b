import { html, type Markup } from '#main/publishing/page-template/html.ts';

/** The way in. `problem` says why the last try failed; empty before the first. */
export function loginContent(problem: string): Markup {
  return html`${problem === '' ? '' : html`<p class="wrong" role="alert">${problem}</p>`}
    <form method="post" action="/admin/login">
      <label for="name">姓名</label>
      <input id="name" type="text" name="name" autocomplete="username" required maxlength="40" />
      <label for="password">密码</label>
      <input id="password" type="password" name="password" autocomplete="current-password" required maxlength="200" />
      <p class="acts"><button class="act main-act" type="submit">登录</button></p>
    </form>
    <p>管理员由门户所在机器上的命令 <code>npm run portal -- add-admin 姓名</code> 设置。</p>`;
}
